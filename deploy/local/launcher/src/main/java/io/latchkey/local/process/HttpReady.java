package io.latchkey.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ready when a GET of this address is answered with 200. */
public record HttpReady(URI address) implements Member.Readiness {

    private static final int PATIENCE_MILLIS = 2_000;

    @Override
    public boolean isReady(long pid) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
