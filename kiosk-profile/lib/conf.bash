# shellcheck shell=bash disable=SC2034
# The kiosk's configuration, for install, session and self-test.

# Sets the TISKI_ variables from the file, ORIGIN_EXACT (the origin as Chromium's lists write it, without subdomains)
# AWAY (the address of the kiosk's own page) and SOUND (the folder of the sound server's socket). Says every fault at once and returns 1 if there is one.
read_conf() {
    local file=$1 faults=() number language
    [ -r "$file" ] || {
        echo "There is no $file: begin with kiosk.conf.example." >&2
        return 1
    }
    TISKI_ADDRESS='' TISKI_KIOSK='' TISKI_PHONE='' TISKI_LANGUAGES='fi sv en' TISKI_AWAY_PORT=7979
    TISKI_HOURS_FI='' TISKI_HOURS_SV='' TISKI_HOURS_EN=''
    TISKI_ZONE=Europe/Helsinki TISKI_KEYPAD=f17-f24 TISKI_JACK=auto TISKI_PRINTER=''
    TISKI_SINK_HEADPHONES='' TISKI_SINK_LOUDSPEAKER='' TISKI_TURN=0 TISKI_ADMIN='' TISKI_BOARD='' TISKI_USBGUARD=no TISKI_READ_ONLY=no TISKI_KEEPS=''
    TISKI_PX_PER_MM='' TISKI_VIEWING_MM='' TISKI_LOWEST_MM='' TISKI_HIGHEST_MM=''
    # shellcheck source=kiosk-profile/kiosk.conf.example
    . "$file"

    local host='([A-Za-z0-9][A-Za-z0-9.-]*)' port='(:[0-9]{1,5})?'
    # On plain http elsewhere a browser offers neither camera nor crypto.randomUUID.
    [[ $TISKI_ADDRESS =~ ^(https)://$host$port$ || $TISKI_ADDRESS =~ ^(http)://(localhost|127\.0\.0\.1)$port$ ]] ||
        faults+=("TISKI_ADDRESS must be https://host or https://host:port, without a path")
    ORIGIN_EXACT="${BASH_REMATCH[1]:-}://.${BASH_REMATCH[2]:-}${BASH_REMATCH[3]:-}"
    # Numbers have no subdomains, and Chromium knows no dot before them.
    [[ ${BASH_REMATCH[2]:-} =~ ^[0-9.]+$ ]] && ORIGIN_EXACT=$TISKI_ADDRESS
    [[ $TISKI_KIOSK =~ ^[a-z0-9-]*$ ]] || faults+=("TISKI_KIOSK must be small letters, digits and hyphens, or empty")
    [[ $TISKI_BOARD =~ ^[a-z0-9-]*$ ]] || faults+=("TISKI_BOARD must be small letters, digits and hyphens, or empty")
    [[ $TISKI_USBGUARD =~ ^(yes|no)$ ]] || faults+=("TISKI_USBGUARD must be yes or no")
    [[ $TISKI_READ_ONLY =~ ^(yes|no)$ ]] || faults+=("TISKI_READ_ONLY must be yes or no")
    [[ $TISKI_READ_ONLY = no || $TISKI_KEEPS =~ ^/dev/[A-Za-z0-9/_.-]+$ ]] ||
        faults+=("TISKI_KEEPS must be a partition such as /dev/disk/by-label/tiski-keeps: the key would be gone with each start")
    [ -n "$TISKI_PHONE" ] || faults+=("TISKI_PHONE is what people are left with when the service is away: it must be there")
    [ -n "$TISKI_LANGUAGES" ] || faults+=("TISKI_LANGUAGES must name a language")
    for language in $TISKI_LANGUAGES; do
        local hours="TISKI_HOURS_${language^^}"
        [[ $language =~ ^(fi|sv|en)$ && -n ${!hours} ]] || faults+=("TISKI_LANGUAGES: $language must be fi, sv or en, and $hours must be there")
    done
    for number in TISKI_PX_PER_MM TISKI_VIEWING_MM TISKI_LOWEST_MM TISKI_HIGHEST_MM TISKI_AWAY_PORT; do
        [[ ${!number} =~ ^[0-9]+(\.[0-9]+)?$ ]] || faults+=("$number must be a number")
    done
    [[ $TISKI_TURN =~ ^(0|90|180|270)$ ]] || faults+=("TISKI_TURN must be 0, 90, 180 or 270")
    [[ $TISKI_ZONE =~ ^[A-Za-z_]+(/[A-Za-z_]+)*$ ]] || faults+=("TISKI_ZONE must be a time zone such as Europe/Helsinki")
    [[ $TISKI_KEYPAD =~ ^[a-z0-9-]+$ ]] || faults+=("TISKI_KEYPAD must be the name of a file of keypads/, without .json")
    [[ -z $TISKI_JACK || $TISKI_JACK = auto || $TISKI_JACK =~ ^/[^\"\\]+$ ]] || faults+=("TISKI_JACK must be auto, a device or empty")
    [[ -z $TISKI_PRINTER || $TISKI_PRINTER =~ ^/[^\"\\]+$ || $TISKI_PRINTER =~ ^tcp:[A-Za-z0-9.-]+:[0-9]{1,5}$ ]] ||
        faults+=("TISKI_PRINTER must be a device, tcp:host:port or empty")
    [[ $TISKI_SINK_HEADPHONES$TISKI_SINK_LOUDSPEAKER =~ ^[A-Za-z0-9_.:-]*$ ]] || faults+=("TISKI_SINK_HEADPHONES must be a sink's name")
    # One alone would leave private words to chance.
    [[ ${TISKI_SINK_HEADPHONES:+both} = "${TISKI_SINK_LOUDSPEAKER:+both}" ]] ||
        faults+=("TISKI_SINK_LOUDSPEAKER and TISKI_SINK_HEADPHONES must both be there, or neither")
    [[ $TISKI_ADMIN =~ ^([0-9.]+(/[0-9]{1,2})?)?$ ]] || faults+=("TISKI_ADMIN must be an IPv4 address or network, or empty")
    SOUND=/run/tiski-sound
    AWAY="http://127.0.0.1:$TISKI_AWAY_PORT"
    [ ${#faults[@]} -eq 0 ] || {
        printf '%s\n' "${faults[@]/#/$file: }" >&2
        return 1
    }
}

# Millimetres that a capital must have to be seen under 0.7 degrees from so far (EN 301 549 V3.2.1, 5.1.4), rounded up.
capital_mm() {
    awk -v distance="$1" 'BEGIN { tenths = distance * 0.0122173 * 10; print (tenths > int(tenths) ? int(tenths) + 1 : tenths) / 10 }'
}
