package io.latchkey.gateway.http;

import io.latchkey.gateway.app.CertificateAuthority;
import io.latchkey.gateway.domain.HandsetName;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Who is at the other end of a TLS connection. TLS has checked the chain; here only handsets are let through. */
@ApplicationScoped
class HandsetCertificates {

    private final CertificateAuthority authority;

    HandsetCertificates(CertificateAuthority authority) {
        this.authority = authority;
    }

    Optional<HandsetName> nameOf(HttpServerRequest request) {
        SSLSession session = request.sslSession();
        if (session == null) {
            return Optional.empty();
        }
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate
                            && authority.hasIssued(certificate)
                    ? commonName(certificate).flatMap(HandsetName::parse)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
