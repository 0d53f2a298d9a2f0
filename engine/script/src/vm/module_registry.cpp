#include "script/module_registry.h"

#include "../modules/modules.h"
#include "script/vm.h"

namespace loopline::script {

ModuleRegistry::ModuleRegistry(Vm& vm) : m_vm(vm), m_loaded(make<Dict>()) {
  asyncio::install(*this);
  install_abc(*this);
  install_collections(*this);
  install_greenlet(*this);
  install_functools(*this);
  install_heapq(*this);
  install_itertools(*this);
  install_operator(*this);
  install_thread(*this);
  install_time(*this);
  install_types(*this);
  install_hashes(*this);
  install_json(*this);
  install_math(*this);
  install_random(*this);
  install_re(*this);
  install_sys(*this);
  install_traceback(*this);
  install_gc(*this);
  install_inspect(*this);
  install_signal(*this);
  install_weakref(*this);
}

void ModuleRegistry::add_native(std::string_view name, Factory factory) {
  m_entries[std::string(name)].factory = std::move(factory);
}

void ModuleRegistry::add_source(std::string_view name, std::string_view source) {
  m_entries[std::string(name)].source = source;
}

bool ModuleRegistry::exists(std::string_view name) const { return m_entries.find(name) != m_entries.end(); }

bool ModuleRegistry::is_package(std::string_view name) const {
  const std::string prefix = std::string(name) + ".";
  const auto next = m_entries.lower_bound(prefix);
  return next != m_entries.end() && next->first.starts_with(prefix);
}

std::vector<std::string> ModuleRegistry::public_names() const {
  std::vector<std::string> names;
  for (const auto& [name, entry] : m_entries) {
    if (name.find('.') == std::string::npos && !name.starts_with('_')) names.push_back(name);
  }
  return names;
}

Ref<Module> ModuleRegistry::make_main(std::string_view file_name) {
  const Ref<Str> name = m_vm.intern("__main__");
  Ref<Module> main = make<Module>(name);
  main->is_library = false;
  const Names& names = m_vm.names();
  main->attributes->set(*names.name, Value(name));
  main->attributes->set(*names.doc, Value::none());
  main->attributes->set(*names.package, Value::none());
  main->attributes->set(*names.file, m_vm.str(file_name));
  m_loaded->set(*name, Value(main));
  return main;
}

Value ModuleRegistry::create(const Ref<Str>& name, const Entry& entry) {
  const Ref<Module> module = make<Module>(name);
  Dict& attributes = *module->attributes;
  const Names& names = m_vm.names();
  attributes.set(*names.name, Value(name));
  attributes.set(*names.doc, Value::none());
  attributes.set(*names.package, Value(name));
  if (is_package(name->view())) attributes.set(*names.path, m_vm.list({}));
  m_loaded->set(*name, Value(module));
  bool ok = !entry.factory || entry.factory(m_vm, *module);
  if (ok && !entry.source.empty()) {
    const Ref<Source> source =
        make<Source>(std::string(name->view()) + ".py", std::string(entry.source), /*library=*/true);
    attributes.set(*names.file, m_vm.str(source->file_name));
    ok = m_vm.run_module(source, module->attributes).is_set();
  }
  if (!ok) {
    m_loaded->erase(*name);
    return {};
  }
  // A module may put something else into its place.
  const Value* loaded = m_loaded->get(*name);
  return loaded != nullptr ? *loaded : Value(module);
}

Value ModuleRegistry::load(const Ref<Str>& name) {
  if (const Value* known = m_loaded->get(*name); known != nullptr) {
    if (!known->is_none()) return *known;
  }
  const std::string_view text = name->view();
  const std::size_t dot = text.rfind('.');
  Value parent;
  if (dot != std::string_view::npos) {
    parent = load(m_vm.intern(text.substr(0, dot)));
    if (!parent.is_set()) return {};
    // Loading the parent may have loaded the child.
    if (const Value* known = m_loaded->get(*name); known != nullptr) return *known;
    // os.path: an attribute that is a module counts.
    const Value attribute = m_vm.find_attr(parent, text.substr(dot + 1));
    if (as_module(attribute) != nullptr) {
      m_loaded->set(*name, attribute);
      return attribute;
    }
    m_vm.take_error();
  }
  const auto entry = m_entries.find(text);
  if (entry == m_entries.end()) {
    if (is_package(text)) return create(name, {});
    m_vm.raise_module_not_found(std::string(text));
    return {};
  }
  Value module = create(name, entry->second);
  if (module.is_set() && parent.is_set()) m_vm.set_attr(parent, *m_vm.intern(text.substr(dot + 1)), module);
  return module;
}

Value ModuleRegistry::submodule(const Value& package, Str& name) {
  const Module* module = as_module(package);
  if (module == nullptr) return {};
  const std::string full = std::string(module->name->view()) + "." + std::string(name.view());
  if (!exists(full) && !is_package(full)) return {};
  return load(m_vm.intern(full));
}

// ---- the import statement -------------------------------------------------------------------------------------------

Value Vm::import(const Ref<Str>& name, const Value& from_list, int level) {
  if (level > 0) {
    return raise(*m_types->import_error, "attempted relative import with no known parent package");
  }
  const Value module = m_modules->load(name);
  if (!module.is_set()) return {};
  if (as_tuple(from_list) != nullptr) return module;
  // `import a.b` binds a.
  const std::string_view text = name->view();
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return module;
  return m_modules->load(intern(text.substr(0, dot)));
}

void Vm::raise_module_not_found(const std::string& name) {
  std::string list;
  for (const std::string& known : m_modules->public_names()) list += (list.empty() ? "" : ", ") + known;
  const std::string top = name.substr(0, name.find('.'));
  const bool parent_exists = top != name && m_modules->exists(top);
  const Ref<ExceptionObject> error =
      make_exception(*m_types->module_not_found_error,
                     parent_exists ? "No module named '" + name + "'"
                                   : "No module named '" + name + "' in the sandbox; available: " + list);
  error->own_attributes().set(*intern("name"), str(name));
  raise(error);
}

void Vm::raise_import_error(const std::string& module, const Str& name) {
  const Ref<ExceptionObject> error =
      make_exception(*m_types->import_error,
                     "cannot import name '" + std::string(name.view()) + "' from '" + module + "' (unknown location)");
  error->own_attributes().set(*intern("name"), str(module));
  raise(error);
}

}  // namespace loopline::script
