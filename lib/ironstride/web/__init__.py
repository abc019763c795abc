"""What app.py starts: start-up, headers and static files."""
