"""One file an agency, each an extract with the faults that real ones have."""

from lynchpin_world.feeds.agencies import (
    adult_services,
    careers,
    childrens_services,
    education,
    engagement,
    health_visiting,
    housing,
    jobcentre,
    police,
    probation,
    providers,
    revenues,
    school_health,
    substance_misuse,
    youth_justice,
)

FEEDS = (
    education.FEED,
    housing.FEED,
    revenues.FEED,
    childrens_services.FEED,
    health_visiting.FEED,
    careers.FEED,
    adult_services.FEED,
    jobcentre.FEED,
    police.FEED,
    substance_misuse.FEED,
    providers.FEED,
    engagement.FEED,
    youth_justice.FEED,
    school_health.FEED,
    probation.FEED,
)
