package fi.tiski;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts that a demo start creates and prints. They stand in {@code application-demo.yaml} and nowhere else, so
 * that no other start knows them.
 */
@ConfigurationProperties("tiski.demo")
public record DemoSignIns(@DefaultValue List<SignIn> signIns) {

    /** One account; {@code role} is {@code agent}, {@code expert} or {@code manager}. */
    public record SignIn(String role, String name, String password) {}
}
