package fi.tiski.surface.signin;

import fi.tiski.domain.people.PeopleService;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who signs in. Nobody learns from the answer, nor from how long it took, whether a name exists. */
@Component
class SignIns implements UserDetailsService {

    private final PeopleService people;

    SignIns(PeopleService people) {
        this.people = people;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        // For an unknown name Spring compares with a password of its own, which takes as long.
        return people.credentials(name)
                .map(known -> new SignedIn(known.agent(), known.passwordHash()))
                .orElseThrow(() -> new UsernameNotFoundException("Nobody signs in so"));
    }
}
