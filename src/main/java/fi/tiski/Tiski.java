package fi.tiski;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Tiski {

    public static void main(String[] args) {
        SpringApplication.run(Tiski.class, args);
    }
}
