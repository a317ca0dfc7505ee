"""What we show: the dashboard."""
