package fi.tiski.domain.people;

import fi.tiski.platform.text.Language;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who serves and who is served. */
@Service
@Transactional
public class PeopleService {

    private final Agents agents;
    private final Customers customers;
    private final Devices devices;
    private final InstantSource clock;

    PeopleService(Agents agents, Customers customers, Devices devices, InstantSource clock) {
        this.agents = agents;
        this.customers = customers;
        this.devices = devices;
        this.clock = clock;
    }

    /** The organisation whose counters this installation keeps; empty until one has been set up. */
    @Transactional(readOnly = true)
    public Optional<Organisation> organisation() {
        return agents.organisation();
    }

    /** By what they sign in with, in any case; empty for nobody and for those who have left. */
    @Transactional(readOnly = true)
    public Optional<Credentials> credentials(String signIn) {
        return agents.credentials(signIn);
    }

    /** Whether the agent who signs in so has signed in with this browser before, in the last half a year. */
    @Transactional(readOnly = true)
    public boolean knowsDevice(String signIn, String token) {
        return devices.knows(signIn, token, clock.instant());
    }

    /** The agent has signed in with this browser, which keeps the token that comes back. */
    public String rememberDevice(Agent agent) {
        return devices.remember(agent, clock.instant());
    }

    /** False for whoever has left: they keep their name on what they did, and nothing else. */
    @Transactional(readOnly = true)
    public boolean serves(OrganisationId organisation, AgentId agent) {
        return agents.serves(organisation, agent);
    }

    @Transactional(readOnly = true)
    public Optional<Agent> agent(OrganisationId organisation, AgentId agent) {
        return agents.find(organisation, agent);
    }

    /** Everybody who serves, by name. */
    @Transactional(readOnly = true)
    public List<Agent> agents(OrganisationId organisation) {
        return agents.all(organisation);
    }

    /** Somebody of whom nothing is known yet but the language they chose. */
    public CustomerId meet(OrganisationId organisation, Language language) {
        return customers.insert(organisation, language, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<Customer> customer(OrganisationId organisation, CustomerId customer) {
        return customers.find(organisation, customer);
    }

    /** Keeps what the customer gave and leaves what they did not give as it was. */
    public void introduce(
            OrganisationId organisation, CustomerId customer, Optional<String> name, Optional<PhoneNumber> phone) {
        customers.introduce(organisation, customer, name, phone);
    }
}
