"""Tables of other programs: read in a process of their own, shown as a plan, then made a step."""
