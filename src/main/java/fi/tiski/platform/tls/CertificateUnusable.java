package fi.tiski.platform.tls;

import org.jspecify.annotations.Nullable;

/** No certificate can be had. The message is one plain sentence for the person who starts Tiski. */
public class CertificateUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CertificateUnusable(String sentence) {
        super(sentence);
    }

    CertificateUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
