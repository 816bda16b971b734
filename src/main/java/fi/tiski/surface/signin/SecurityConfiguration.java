package fi.tiski.surface.signin;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import fi.tiski.domain.people.Agent.Role;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.limits.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
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
            HttpSecurity http,
            SignIns signIns,
            PasswordEncoder encoder,
            PeopleService people,
            Limits limits,
            RequestUtil requests,
            InstantSource clock,
            @Value("${server.servlet.session.timeout:30m}") Duration idle) {
        http.authorizeHttpRequests(addresses -> addresses
                .requestMatchers("/actuator/health", "/actuator/health/*")
                .permitAll()
                .requestMatchers("/actuator/**")
                .denyAll()
                .requestMatchers("/desk/**")
                .hasAnyRole(SERVING)
                .requestMatchers("/manage/**")
                .hasRole(Role.MANAGER.name()));
        // Set already, and for every answer, by surface.doors.
        http.headers(headers -> headers.disable());
        http.addFilterBefore(new IdleEnd(idle, clock), AuthorizationFilter.class);
        http.addFilterBefore(new LeftEnd(people, clock), AuthorizationFilter.class);
        // The whole of it: a manager of Spring's own behind this one would look at the password once more.
        http.authenticationManager(new ProviderManager(new Doorkeeper(passwords(signIns, encoder), people, limits)));
        http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, new CameIn(people));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(SIGN_IN, SIGN_IN + "?bye")
                        // It would take a sign-in that another site sends.
                        .enableCsrfConfiguration(false)
                        // An address that does not exist is answered by a page that says so, not by asking to sign in.
                        .anyRequest(rest -> rest.permitAll()));
        http.csrf(forms -> forms.ignoringRequestMatchers(request -> isVaadins(requests, request))
                // They carry a key in a header, which no other site can have a browser send.
                .ignoringRequestMatchers("/device/**", "/meeting/**"));
        var wrong = new WrongSignIn(clock);
        http.exceptionHandling(denied -> denied.accessDeniedHandler(wrong));
        // After Vaadin's: whoever comes first decides where the form is sent to.
        http.formLogin(form -> form.failureHandler(wrong).authenticationDetailsSource(Visitor::of));
        return http.build();
    }

    /** For a name that nobody has, a password is compared too, with one of its own: it takes as long. */
    static AuthenticationProvider passwords(SignIns signIns, PasswordEncoder encoder) {
        var passwords = new DaoAuthenticationProvider(signIns);
        passwords.setPasswordEncoder(encoder);
        return passwords;
    }

    /**
     * What Vaadin's own messages are let through by is a parameter, which anybody can write behind an address of ours too;
     * they carry a token of Vaadin's.
     */
    private static boolean isVaadins(RequestUtil requests, HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return (path.equals("/") || path.startsWith("/VAADIN/")) && requests.isFrameworkInternalRequest(request);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
