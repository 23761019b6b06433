"""The network: the one room that opens sockets, and what makes that safe and polite."""
