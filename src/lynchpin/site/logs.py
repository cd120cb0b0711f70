"""Logs: JSON lines on standard output, with routes, codes and counts. Never a person's values."""

from __future__ import annotations

import logging
import re

import structlog

SECRET_ADDRESSES = re.compile(r"(/frontdoor/partner/)[^/\s]+")


class SecretsMasked(logging.Filter):
    """A partner's link is its secret: a line about its address keeps the way and not the secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = SECRET_ADDRESSES.sub(r"\1…", record.getMessage()), ()
        return True


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.JSONRenderer(),
            "foreign_pre_chain": [structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso")],
        }
    },
    "filters": {"secrets_masked": {"()": SecretsMasked}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["secrets_masked"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
