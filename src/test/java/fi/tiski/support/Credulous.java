package fi.tiski.support;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes every certificate, as somebody does who has pressed on in their browser. */
public final class Credulous extends X509ExtendedTrustManager {

    private Credulous() {}

    public static SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Credulous()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String how) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String how, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String how, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how, SSLEngine engine) {}
}
