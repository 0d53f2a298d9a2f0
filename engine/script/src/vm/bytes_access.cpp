#include "bytes_access.h"
#include "find_text.h"

#include "numbers.h"
#include "script/objects/memory_view.h"

namespace loopline::script {

BytesData::BytesData(const Value& given) {
  if (const std::optional<std::string_view> data = bytes_view_of(given)) {
    m_is_bytes_like = true;
    m_view = *data;
    return;
  }
  const MemoryView* memory = as_memory_view(given);
  if (memory == nullptr || memory->is_released()) return;
  m_is_bytes_like = true;
  m_is_copied = memory->step() != 1;
  if (m_is_copied) {
    m_copy = memory->copy();
  } else {
    m_view = memory->contiguous();
  }
}

std::optional<std::string_view> bytes_view_of(const Value& given) noexcept {
  const Value& value = Vm::core(given);
  if (const Bytes* bytes = as_kind<Bytes>(value, kind::bytes)) return bytes->data;
  if (const ByteArray* bytes = as_kind<ByteArray>(value, kind::bytearray)) return bytes->data;
  return std::nullopt;
}

bool require_bytes(Vm& vm, const Value& value, const BytesData& data) {
  if (data.is_bytes_like()) return true;
  if (as_memory_view(value) != nullptr) {
    vm.value_error("operation forbidden on released memoryview object");
  } else {
    vm.type_error("a bytes-like object is required, not '" + vm.type_name(value) + "'");
  }
  return false;
}

std::optional<std::string> bytes_like(Vm& vm, const Value& value) {
  const bool is_plain = value.is_object(kind::bytes) || value.is_object(kind::bytearray);
  if (!is_plain) {
    bool found = false;
    const Value made = vm.call_special(value, Special::bytes, {}, found);
    if (found) {
      if (!made.is_set()) return std::nullopt;
      if (const Bytes* bytes = Vm::core_as<Bytes>(made, kind::bytes)) return bytes->data;
      vm.type_error("__bytes__ returned non-bytes (type " + vm.type_name(made) + ")");
      return std::nullopt;
    }
  }
  const BytesData data(value);
  if (data.is_bytes_like()) return std::string(data.view());
  if (as_memory_view(value) != nullptr) vm.value_error("operation forbidden on released memoryview object");
  return std::nullopt;
}

std::optional<char> byte_from(Vm& vm, const Value& value) {
  std::int64_t byte = 0;
  if (!vm.index(value, byte, true)) return std::nullopt;
  if (byte < 0 || byte > 255) {
    vm.value_error("byte must be in range(0, 256)");
    return std::nullopt;
  }
  return static_cast<char>(byte);
}

std::optional<std::string> bytes_from_object(Vm& vm, const Value& value, const char* type) {
  {
    const BytesData data(value);
    if (data.is_bytes_like()) return std::string(data.view());
  }
  const bool makes_bytes = std::string_view(type) == "bytes";
  const Value iterator = Vm::core(value).is_object(kind::str) ? Value() : vm.iter(value);
  if (!iterator.is_set()) {
    if (!vm.has_error() || vm.catch_error(*vm.types().type_error)) {
      vm.type_error("cannot convert '" + vm.type_name(value) + "' object to " + type);
    }
    return std::nullopt;
  }
  std::string bytes;
  const bool ok = vm.iterate(iterator, [&](const Value& item) {
    std::int64_t byte = 0;
    if (!vm.index(item, byte, true)) return false;
    if (byte < 0 || byte > 255) {
      vm.value_error(makes_bytes ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)");
      return false;
    }
    bytes += static_cast<char>(byte);
    return (bytes.size() & 0xffffU) != 0 || vm.check_size(bytes.size());
  });
  if (!ok) return std::nullopt;
  return bytes;
}

int bytes_contain(Vm& vm, std::string_view data, const Value& item) {
  if (!vm.spend(1 + data.size() / 8)) return -1;
  const bool is_number = is_integer(Vm::core(item)) || vm.special(vm.class_of(item), Special::index).is_set();
  if (is_number) {
    const std::string own(data);  // __index__ may change a bytearray
    const std::optional<char> byte = byte_from(vm, item);
    if (!byte) return -1;
    return own.find(*byte) != std::string::npos ? 1 : 0;
  }
  const BytesData part(item);
  if (!require_bytes(vm, item, part)) return -1;
  return find_text(data, part.view()) != std::string_view::npos ? 1 : 0;
}

bool may_resize(Vm& vm, const ByteArray& array) {
  if (array.views == 0) return true;
  vm.raise(*vm.types().buffer_error, "Existing exports of data: object cannot be re-sized");
  return false;
}

Value concatenate_bytes(Vm& vm, const Value& left, const Value& right, const Value& left_value, bool in_place) {
  const std::optional<std::string_view> first = bytes_view_of(left);
  const BytesData second(right);
  if (!first || !second.is_bytes_like()) return {};
  if (!vm.check_size(first->size() + second.view().size())) return {};
  ByteArray* array = as_kind<ByteArray>(left, kind::bytearray);
  if (array != nullptr && in_place) {
    if (!second.view().empty() && !may_resize(vm, *array)) return {};
    array->data += std::string(second.view());
    array->account();
    return left_value;
  }
  std::string joined;
  joined.reserve(first->size() + second.view().size());
  joined += *first;
  joined += second.view();
  if (array != nullptr) return make<ByteArray>(std::move(joined));
  return make<Bytes>(std::move(joined));
}

}  // namespace loopline::script
