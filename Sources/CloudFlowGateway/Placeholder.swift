import GRDB
import JWTKit
import Crypto
import Metrics
