/**
 * The demo municipality, Lampila: what a newcomer finds when they start Tiski for the first time. Owns its invented
 * people, their shifts and what happens to them; lives in profile {@code demo} only and stays out of a database in which
 * somebody else's counters are kept.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.points",
            "domain.knowledge",
            "domain.cases",
            "domain.staffing",
            "domain.queue",
            "domain.appointments",
            "platform.text",
            "platform.time",
            "platform.ids",
            "platform.tables"
        })
package fi.tiski.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
