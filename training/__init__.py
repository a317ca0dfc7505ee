"""What the shipped models are learned with; none of it is needed to run Firsthand."""
