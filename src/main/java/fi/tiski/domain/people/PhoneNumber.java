package fi.tiski.domain.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that can be called, in E.164.
 *
 * @param e164 such as {@code +358401234567}
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HOME = "FI";
    private static final Pattern FORM = Pattern.compile("\\+[0-9]{5,15}");

    public PhoneNumber {
        if (!FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException("Not E.164");
        }
    }

    /** As people write it, with or without a country code; empty when it is no number that can be called. */
    public static Optional<PhoneNumber> parse(String written) {
        try {
            var number = NUMBERS.parse(written, HOME);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** As it is read aloud and shown: national form at home, international form otherwise. */
    public String shown() {
        try {
            var number = NUMBERS.parse(e164, HOME);
            return NUMBERS.format(
                    number,
                    number.getCountryCode() == NUMBERS.getCountryCodeForRegion(HOME)
                            ? PhoneNumberFormat.NATIONAL
                            : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException impossible) {
            return e164;
        }
    }

    public String lastFour() {
        return e164.substring(e164.length() - 4);
    }

    /** Not the number itself: this ends up in logs. */
    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
