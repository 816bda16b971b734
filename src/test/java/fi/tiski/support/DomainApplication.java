package fi.tiski.support;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.domain.staffing.StaffingService;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;

/**
 * The two lower floors on a real PostgreSQL, without anything that people touch. No {@code @Configuration}: the whole
 * application must not find it when it looks for its own parts.
 */
@EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
@ComponentScan({"fi.tiski.domain", "fi.tiski.platform"})
public class DomainApplication {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Municipality.Tools tools(
            DSLContext sql,
            PointsService points,
            StaffingService staffing,
            InterpretersService interpreters,
            CasesService cases,
            AppointmentsService appointments) {
        return new Municipality.Tools(sql, points, staffing, interpreters, cases, appointments);
    }
}
