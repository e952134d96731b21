"""Settings, the URL table, the private database and the wiring of ports to connectors: the only place that knows every room."""
