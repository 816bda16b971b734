package fi.tiski.domain.people;

import fi.tiski.platform.text.Language;
import java.util.Set;

/**
 * A person who serves, at a counter or remotely.
 *
 * @param skills what they can offer beyond topics, in the words of the customers' needs
 */
public record Agent(
        OrganisationId organisation,
        AgentId id,
        String signIn,
        String name,
        Role role,
        Set<Language> languages,
        Set<String> skills) {

    public Agent {
        languages = Set.copyOf(languages);
        skills = Set.copyOf(skills);
    }

    public enum Role {
        AGENT,
        MANAGER
    }
}
