"""部门决算公开与绩效自评: enter each figure once, print the whole disclosure."""

__version__ = "0.1.0"
