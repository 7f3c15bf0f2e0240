import NIOSSL

/// A certificate of `shop.example` that signs itself, good until 2126, and its key, which guards nothing.
enum ShopCertificate {
    /// Proves to be `shop.example`.
    static func serverContext() throws -> NIOSSLContext {
        let key = try NIOSSLPrivateKey(bytes: Array(privateKey.utf8), format: .pem)
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem))],
            privateKey: .privateKey(key)
        )
        return try NIOSSLContext(configuration: configuration)
    }

    /// Trusts this certificate and no other.
    static func trustingConfiguration() throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates([try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem)])
        return configuration
    }

    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBnzCCAUSgAwIBAgIUepGSN8sKhNOS+dCXxncdZWouyZYwCgYIKoZIzj0EAwIw
        FzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMCAXDTI2MTEyNTAyMTUxMloYDzIxMjYx
        MTAxMDIxNTEyWjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwWTATBgcqhkjOPQIB
        BggqhkjOPQMBBwNCAAQ8GsYPq7r5Xa29yKLQwjKN74GKTjkxqHUdK5sCAKpMqjax
        NqQHKjjLttF+je2LCPE19fr0otiRDNCHiDWSgEVZo2wwajAdBgNVHQ4EFgQUWoHx
        F27RFOzinnBaAug3Ry2SsOIwHwYDVR0jBBgwFoAUWoHxF27RFOzinnBaAug3Ry2S
        sOIwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxzaG9wLmV4YW1wbGUwCgYI
        KoZIzj0EAwIDSQAwRgIhAKKfE+IIxB0KYvs4wzjCu+hOJESIH+sI8iR4blVKt3Op
        AiEAnCMwnTZlOMvyyEJszhnRw2haFIuuxvOH+/p4QEcCGTA=
        -----END CERTIFICATE-----
        """

    private static let privateKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg62fXURO3czEBd0L3
        2l+Mb1W/2xpPT6fePuao5Qzhc06hRANCAAQ8GsYPq7r5Xa29yKLQwjKN74GKTjkx
        qHUdK5sCAKpMqjaxNqQHKjjLttF+je2LCPE19fr0otiRDNCHiDWSgEVZ
        -----END PRIVATE KEY-----
        """
}
