"""Which of a programme's own roles come down to what."""

from gzg.model.programme import Programme, RoleFunction


def roles_of(programme: Programme, *functions: RoleFunction) -> tuple[str, ...]:
    """The ids of the roles with one of these functions, in the programme's order."""
    return tuple(role.id for role in programme.roles if role.function in functions)
