"""The desk: what is mine and what needs doing, over all apps."""
