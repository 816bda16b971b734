package fi.tiski.surface.signin;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import fi.tiski.domain.people.Agent.Role;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Open are the customers' pages, the board and the life sign. Every view says itself who may see it, and one that says
 * nothing is closed; addresses below {@code /desk} and {@code /manage} are closed here once more.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String SIGN_IN = "/sign-in";
    private static final String[] SERVING = {Role.AGENT.name(), Role.MANAGER.name()};

    @Bean
    SecurityFilterChain whoMayComeIn(
            HttpSecurity http, InstantSource clock, @Value("${server.servlet.session.timeout:30m}") Duration idle) {
        http.authorizeHttpRequests(addresses -> addresses
                .requestMatchers("/actuator/health", "/actuator/health/*")
                .permitAll()
                .requestMatchers("/actuator/**")
                .denyAll()
                .requestMatchers("/desk/**")
                .hasAnyRole(SERVING)
                .requestMatchers("/manage/**")
                .hasRole(Role.MANAGER.name()));
        http.addFilterBefore(new IdleEnd(idle, clock), AuthorizationFilter.class);
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(SIGN_IN, SIGN_IN + "?bye")
                        .defaultSuccessUrl("/desk")
                        // An address that does not exist is answered by a page that says so, not by asking to sign in.
                        .anyRequest(rest -> rest.permitAll()));
        // After Vaadin's: whoever comes first decides where the form is sent to.
        http.formLogin(form -> form.failureHandler(new WrongSignIn()));
        return http.build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
