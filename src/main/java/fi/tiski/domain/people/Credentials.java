package fi.tiski.domain.people;

/** What a password is compared with. Never shown, never logged. */
public record Credentials(Agent agent, String passwordHash) {

    @Override
    public String toString() {
        return "Credentials[" + agent.id() + "]";
    }
}
