"""The only place that reads the environment. Every setting a deployer may give is named here, with what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ

SOURCE = Path(__file__).resolve().parents[3]
# where `.env`, `data` and `build` are: beside the source, or where a service installed from a wheel is started
ROOT = SOURCE if (SOURCE / "pyproject.toml").is_file() else Path.cwd()


@dataclass(frozen=True, slots=True)
class Environment:
    """What the deployer decided."""

    secret_key: str
    debug: bool
    demo: bool
    allowed_hosts: tuple[str, ...]
    database: dict[str, Any]
    data_dir: Path
    trusted_proxies: int
    council_name_en: str
    council_name_cy: str
    impact_assessment: str
    out_of_hours_line: str
    address: str
    email: dict[str, Any]
    email_from: str
    https_only: bool
    https_subdomains: bool


MEANINGS = {
    "LYNCHPIN_SECRET_KEY": "Signs sessions and forms. A real service is refused without its own.",
    "LYNCHPIN_DEBUG": "Shows faults in the browser. Never on a machine that others reach.",
    "LYNCHPIN_DEMO": "Set by `lynchpin demo`: banner, demo accounts, one-click entry.",
    "LYNCHPIN_ALLOWED_HOSTS": "Host names the service answers to, with commas between.",
    "DATABASE_URL": "`postgresql://user:password@host/name`; without it, SQLite in the data folder.",
    "LYNCHPIN_DATA_DIR": "Folder for SQLite, partner files and runs. Keep it on an encrypted volume.",
    "LYNCHPIN_TRUSTED_PROXIES": "How many proxies stand in front, so that sign-in limits count the right address.",
    "LYNCHPIN_COUNCIL_NAME_EN": "The council's name in English.",
    "LYNCHPIN_COUNCIL_NAME_CY": "The council's name in Welsh.",
    "LYNCHPIN_IMPACT_ASSESSMENT": "Number of the impact assessment in the register. Real feeds are refused unless it is in force there.",
    "LYNCHPIN_OUT_OF_HOURS_LINE": "The council's own out-of-hours social services number, shown on public pages.",
    "LYNCHPIN_ADDRESS": "Where people reach the service, such as `https://help.council.example`. Links in e-mail begin with it.",
    "LYNCHPIN_EMAIL_URL": "`smtp+tls://user:password@host:587`; without it, messages are printed and go nowhere.",
    "LYNCHPIN_EMAIL_FROM": "The address from which colleagues are written to.",
    "LYNCHPIN_HTTPS_ONLY": "Secure cookies, redirect to https, strict transport. On for every real service.",
    "LYNCHPIN_HTTPS_SUBDOMAINS": "Strict transport for every name below the service's own too. On where all of them have https.",
}


def read() -> Environment:
    """Read and default every setting.

    Raises `environ.ImproperlyConfigured` when a value has the wrong form.
    """
    env = environ.Env()
    if (ROOT / ".env").is_file():
        env.read_env(str(ROOT / ".env"))
    data_dir = Path(env.str("LYNCHPIN_DATA_DIR", default=str(ROOT / "data"))).absolute()
    return Environment(
        secret_key=env.str("LYNCHPIN_SECRET_KEY", default=""),
        debug=env.bool("LYNCHPIN_DEBUG", default=False),
        demo=env.bool("LYNCHPIN_DEMO", default=False),
        allowed_hosts=tuple(env.list("LYNCHPIN_ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])),
        database=env.db_url("DATABASE_URL", default=f"sqlite:///{data_dir / 'lynchpin.sqlite3'}"),
        data_dir=data_dir,
        trusted_proxies=env.int("LYNCHPIN_TRUSTED_PROXIES", default=0),
        council_name_en=env.str("LYNCHPIN_COUNCIL_NAME_EN", default="Cwm Taf Early Help"),
        council_name_cy=env.str("LYNCHPIN_COUNCIL_NAME_CY", default="Cymorth Cynnar Cwm Taf"),
        impact_assessment=env.str("LYNCHPIN_IMPACT_ASSESSMENT", default=""),
        out_of_hours_line=env.str("LYNCHPIN_OUT_OF_HOURS_LINE", default=""),
        address=env.str("LYNCHPIN_ADDRESS", default="http://localhost:8000").rstrip("/"),
        email=env.email_url("LYNCHPIN_EMAIL_URL", default="consolemail://"),
        email_from=env.str("LYNCHPIN_EMAIL_FROM", default="lynchpin@localhost"),
        https_only=env.bool("LYNCHPIN_HTTPS_ONLY", default=False),
        https_subdomains=env.bool("LYNCHPIN_HTTPS_SUBDOMAINS", default=False),
    )
