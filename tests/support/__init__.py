"""What the stories share: a playbook, a fold, builders and assertion verbs."""
