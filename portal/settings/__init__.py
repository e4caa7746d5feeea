"""`dev` starts with nothing configured, `prod` refuses to start half-configured; both add to `base`."""
