"""Everything that goes out on the network; the client for the web is named here and nowhere else."""
