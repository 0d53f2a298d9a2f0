#include "bytes_access.h"

namespace loopline::script {

std::optional<std::string_view> bytes_view_of(const Value& given) noexcept {
  const Value& value = Vm::core(given);
  if (const Bytes* bytes = as_kind<Bytes>(value, kind::bytes)) return bytes->data;
  if (const ByteArray* bytes = as_kind<ByteArray>(value, kind::bytearray)) return bytes->data;
  return std::nullopt;
}

std::optional<std::string> bytes_like(Vm& vm, const Value& value) {
  if (const std::optional<std::string_view> data = bytes_view_of(value)) return std::string(*data);
  bool found = false;
  const Value made = vm.call_special(value, Special::bytes, {}, found);
  if (!made.is_set()) return std::nullopt;
  if (const Bytes* bytes = Vm::core_as<Bytes>(made, kind::bytes)) return bytes->data;
  vm.type_error("__bytes__ returned non-bytes (type " + vm.type_name(made) + ")");
  return std::nullopt;
}

std::optional<std::string> bytes_from_object(Vm& vm, const Value& value) {
  if (const std::optional<std::string_view> data = bytes_view_of(value)) return std::string(*data);
  if (Vm::core(value).is_object(kind::str)) {
    vm.type_error("cannot convert 'str' object to bytes");
    return std::nullopt;
  }
  std::string data;
  const Value iterator = vm.iter(value);
  if (!iterator.is_set()) {
    if (vm.catch_error(*vm.types().type_error)) {
      vm.type_error("cannot convert '" + vm.type_name(value) + "' object to bytes");
    }
    return std::nullopt;
  }
  const bool ok = vm.iterate(iterator, [&](const Value& item) {
    std::int64_t byte = 0;
    if (!vm.index(item, byte, true)) return false;
    if (byte < 0 || byte > 255) {
      vm.value_error("bytes must be in range(0, 256)");
      return false;
    }
    data += static_cast<char>(byte);
    return (data.size() & 0xffffU) != 0 || vm.check_size(data.size());
  });
  if (!ok) return std::nullopt;
  return data;
}

}  // namespace loopline::script
