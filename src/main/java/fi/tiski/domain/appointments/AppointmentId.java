package fi.tiski.domain.appointments;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record AppointmentId(UUID value) {

    public static AppointmentId next() {
        return new AppointmentId(Ids.next());
    }
}
