"""The editing pages of SLT. What is done in steps is done on the desk (slt/desk/)."""
