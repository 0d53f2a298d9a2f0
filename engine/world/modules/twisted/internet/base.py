from twisted.internet._reactor import DelayedCall, ReactorBase
