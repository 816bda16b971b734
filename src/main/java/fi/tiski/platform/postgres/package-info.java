/**
 * The PostgreSQL that everything stands on: yours when {@code spring.datasource.url} names one, otherwise one of its own
 * in the data folder. Owns the data folder, the server process and its password; the password never leaves that folder.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiski.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
