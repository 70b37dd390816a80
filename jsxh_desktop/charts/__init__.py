"""A filing as charts: data first, drawing last."""
