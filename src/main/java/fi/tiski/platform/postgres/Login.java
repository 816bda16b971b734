package fi.tiski.platform.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where to connect and as whom. Without a user, the driver takes the operating system's. */
record Login(String url, @Nullable String user, @Nullable String secret) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public @Nullable String getUsername() {
        return user;
    }

    @Override
    public @Nullable String getPassword() {
        return secret;
    }

    /** The address alone: a password may also stand in the query or before an at sign. */
    String address() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//").replaceFirst("^jdbc:postgresql:/*", "");
    }

    /** Records print their fields; this one would print the password into a log. */
    @Override
    public String toString() {
        return "Login[" + address() + "]";
    }
}
