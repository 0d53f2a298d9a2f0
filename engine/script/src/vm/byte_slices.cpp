// Assigning to parts of a bytearray, and deleting them.
#include "bytes_access.h"

namespace loopline::script {

namespace {

/// What is assigned to a slice; nullopt after raising.
std::optional<std::string> assigned_bytes(Vm& vm, const Value& value) {
  const BytesData given(value);
  if (given.is_bytes_like()) return std::string(given.view());
  const bool is_number = is_integer(Vm::core(value)) || value.is_float();
  const bool is_text = Vm::core(value).is_object(kind::str);
  if (!is_number && !is_text && vm.special(vm.class_of(value), Special::iter).is_set()) {
    return bytes_from_object(vm, value, "bytearray");
  }
  vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  return std::nullopt;
}

bool set_byte_slice(Vm& vm, ByteArray& array, const Slice& slice, const Value* value) {
  std::string given;
  if (value != nullptr) {
    std::optional<std::string> bytes = assigned_bytes(vm, *value);
    if (!bytes) return false;
    given = std::move(*bytes);
  }
  SliceIndices indices;
  if (!vm.slice_indices(slice, array.data.size(), indices)) return false;
  // Asking for the indices may have shortened it.
  if (!vm.slice_indices(slice, array.data.size(), indices)) return false;
  if (given.size() != indices.count && !may_resize(vm, array)) return false;
  if (indices.step == 1) {
    if (!vm.check_size(array.data.size() + given.size())) return false;
    array.data.replace(static_cast<std::size_t>(indices.start), indices.count, given);
    array.account();
    return true;
  }
  if (!given.empty() && given.size() != indices.count) {
    vm.value_error("attempt to assign bytes of size " + std::to_string(given.size()) + " to extended slice of size " +
                   std::to_string(indices.count));
    return false;
  }
  std::vector<bool> gone(given.empty() ? array.data.size() : 0, false);
  std::int64_t at = indices.start;
  for (std::size_t i = 0; i < indices.count; ++i, at += indices.step) {
    const auto place = static_cast<std::size_t>(at);
    if (given.empty()) {
      gone[place] = true;
    } else {
      array.data[place] = given[i];
    }
  }
  if (given.empty()) {
    std::string kept;
    for (std::size_t i = 0; i < gone.size(); ++i) {
      if (!gone[i]) kept += array.data[i];
    }
    array.data = std::move(kept);
  }
  return true;
}

bool set_byte(Vm& vm, ByteArray& array, const Value& key, const Value* value) {
  const bool is_number = is_integer(Vm::core(key)) || vm.special(vm.class_of(key), Special::index).is_set();
  if (!is_number) {
    vm.type_error("bytearray indices must be integers or slices, not " + vm.type_name(key));
    return false;
  }
  std::int64_t at = 0;
  if (!vm.index(key, at)) return false;
  const auto size = [&] { return static_cast<std::int64_t>(array.data.size()); };
  if (at < 0) at += size();
  const auto in_range = [&] {
    if (at >= 0 && at < size()) return true;
    vm.index_error("bytearray index out of range");
    return false;
  };
  if (!in_range()) return false;
  if (value == nullptr) {
    if (!may_resize(vm, array)) return false;
    array.data.erase(static_cast<std::size_t>(at), 1);
    return true;
  }
  const std::optional<char> byte = byte_from(vm, *value);
  // Asking for the byte may have shortened it.
  if (!byte || !in_range()) return false;
  array.data[static_cast<std::size_t>(at)] = *byte;
  return true;
}

}  // namespace

bool set_bytes(Vm& vm, ByteArray& array, const Value& key, const Value* value) {
  const Ref<ByteArray> keep(&array);
  if (const Slice* slice = as_kind<Slice>(key, kind::slice)) return set_byte_slice(vm, array, *slice, value);
  return set_byte(vm, array, key, value);
}

}  // namespace loopline::script
