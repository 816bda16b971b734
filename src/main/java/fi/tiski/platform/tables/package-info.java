/** The tables as typed Java, generated from the migrations. Everybody with an aggregate of their own uses them. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package fi.tiski.platform.tables;

import org.springframework.modulith.ApplicationModule;
