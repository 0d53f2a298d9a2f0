"""axros's exceptions."""


class AxrosException(Exception):
    def __init__(self, message, node_handle):
        self.node_handle = node_handle
        super().__init__(f"Exception in axros related to {node_handle._name}: {message}")


class NotSetup(AxrosException):
    def __init__(self, resource, node_handle):
        super().__init__(f"Resource has not been setup(), or was previously shutdown(): {resource}", node_handle)


class AlreadySetup(AxrosException):
    def __init__(self, resource, node_handle):
        super().__init__(f"Resource was already setup, but setup() was called again: {resource}", node_handle)


class XMLRPCException(Exception):
    pass


class ServiceError(Exception):
    def __init__(self, message):
        self._message = message
        super().__init__(message)

    def __str__(self):
        return f"ServiceError({self._message!r})"

    __repr__ = __str__


class InvalidServiceResponse(AxrosException):
    pass


class TopicAlreadyAdvertised(AxrosException):
    pass


class TooPastError(AxrosException):
    pass
