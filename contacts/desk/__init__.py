"""The editing tasks of those who keep contact points, each under a minute: pages of their own beside the admin."""
