// Which modules a script can import, and how they come to be.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "script/objects/function.h"
#include "script/value.h"

namespace loopline::script {

class Vm;

/// Modules are native (a function fills them when they are first imported) or written in the script language (their
/// source is compiled and run then). A module of the second kind that exists as a native one too finds it as `_name`.
class ModuleRegistry {
 public:
  /// Fills a module. False after raising.
  using Factory = std::function<bool(Vm& vm, Module& module)>;

  explicit ModuleRegistry(Vm& vm);

  void add_native(std::string_view name, Factory factory);
  /// `source` is a literal that lives as long as the program.
  void add_source(std::string_view name, std::string_view source);

  /// The module of a full dotted name, loaded if need be; unset after raising.
  Value load(const Ref<Str>& name);
  /// `from package import module`: the submodule if there is one; unset without an error if not.
  Value submodule(const Value& package, Str& name);
  bool exists(std::string_view name) const;
  /// All modules that may be imported, in alphabetical order, without private ones.
  std::vector<std::string> public_names() const;

  /// sys.modules
  const Ref<Dict>& loaded() const noexcept { return m_loaded; }
  /// The module of the program itself, with the names that every module has.
  Ref<Module> make_main(std::string_view file_name);

 private:
  struct Entry {
    Factory factory;
    std::string_view source;
  };
  bool is_package(std::string_view name) const;
  Value create(const Ref<Str>& name, const Entry& entry);

  Vm& m_vm;
  std::map<std::string, Entry, std::less<>> m_entries;
  Ref<Dict> m_loaded;
};

}  // namespace loopline::script
