"""The pages of the dashboard: records with a pure layout."""
