package io.latchkey.local.mqtt;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;

/** The broker's extension that puts {@link CertificateAuthenticator} before every connection. */
final class CertificateAccess implements ExtensionMain {

    static EmbeddedExtension extension() {
        return EmbeddedExtension.builder()
                .withId("latchkey-certificate-access")
                .withName("Latchkey certificate access")
                .withVersion("1")
                .withAuthor("Latchkey")
                .withExtensionMain(new CertificateAccess())
                .build();
    }

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
