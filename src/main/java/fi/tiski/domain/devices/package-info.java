/**
 * The machines that stand as kiosks: how one is accepted, what its key opens, and when the key is taken away; how each is,
 * what is wrong and since when, and what it is told to do. Owns the hashes of keys, codes and tickets; the keys themselves
 * are kept by the machines and pass through here to be compared.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.points",
            "platform.ids",
            "platform.limits",
            "platform.live",
            "platform.tables",
            "platform.text",
            "platform.time"
        })
package fi.tiski.domain.devices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
