package fi.tiski;

import fi.tiski.platform.captions.CaptionsUnusable;
import fi.tiski.platform.postgres.PostgresUnavailable;
import fi.tiski.platform.relay.RelayUnusable;
import fi.tiski.platform.tls.CertificateUnusable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells whoever starts Tiski in one sentence why it cannot start, where that is something they can mend. Everything else
 * is a defect and keeps its whole stack trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainFailure implements SpringBootExceptionReporter {

    /** Spring Boot gives every reporter the context, which this one has no use for. */
    PlainFailure(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PostgresUnavailable
                    || cause instanceof RelayUnusable
                    || cause instanceof CaptionsUnusable
                    || cause instanceof CertificateUnusable) {
                say(cause.getMessage());
                return true;
            }
            if (cause instanceof PortInUseException taken) {
                say("port " + taken.getPort()
                        + " is already in use; stop the program that uses it, or choose another with PORT=8081.");
                return true;
            }
        }
        return false;
    }

    private static void say(@Nullable String sentence) {
        System.err.println("Tiski cannot start: " + sentence);
    }
}
