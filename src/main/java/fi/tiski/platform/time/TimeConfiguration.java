package fi.tiski.platform.time;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    InstantSource instantSource() {
        return Clock.systemUTC();
    }
}
