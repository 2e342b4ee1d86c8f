package io.latchkey.local.mqtt;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;

/**
 * The broker's extension that puts {@link CertificateAuthenticator} before every connection.
 *
 * <p>The embedded broker is handed it; a stand-alone one finds this jar in a folder named {@link #ID} of its extensions.
 */
public final class CertificateAccess implements ExtensionMain {

    /** The extension's name for the broker, and the name of its folder. */
    public static final String ID = "latchkey-certificate-access";

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        CertificateAuthenticator authenticator = new CertificateAuthenticator();
        Services.securityRegistry().setAuthenticatorProvider(ignored -> authenticator);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        // The broker ends with the extension: there is nothing to hand back.
    }
}
