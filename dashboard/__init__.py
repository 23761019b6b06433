"""What people see: pages, figures, the command line and exports. Imports sources and analysis."""
