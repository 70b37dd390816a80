# Each target sets up what it needs; a second call is fast. `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: start run test trial torture walk pictures bench rules lint lock portable deb windows clean help

# Compiled modules are kept whatever the shell says: without them each start takes twice as long.
unexport PYTHONDONTWRITEBYTECODE

PYTHON := .venv/bin/python
JSXH := .venv/bin/jsxh-desktop
LOCK := packaging/requirements.lock
DEV_LOCK := packaging/requirements-dev.lock
WINDOWS_LOCK := packaging/requirements-windows.lock
SETUP := setup.cfg packaging/prepare
RESOLVE := pip compile setup.cfg --quiet --upgrade --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --custom-compile-command "make lock"
# numpy 2.2 and later ask Windows for what wine 8 does not have, so the program could not be tried.
RESOLVE_WINDOWS := pip compile setup.cfg --quiet --upgrade --python-version 3.13 \
	--python-platform x86_64-pc-windows-msvc --generate-hashes \
	-c packaging/windows-numpy.txt --custom-compile-command "make lock"

start: .venv/.run  ## 准备环境，打开窗口
	@$(JSXH)

run: .venv/.run  ## 准备环境，用样例打印整套公开材料到 out/
	@mkdir -p out
	@test -e out/样例.jsxh || $(JSXH) sample out/样例.jsxh
	@$(JSXH) print out/样例.jsxh -o out/公开材料
	@echo "已用样例 out/样例.jsxh 打印整套公开材料，共 $$(find out/公开材料 -name '*.pdf' | wc -l) 个 PDF，在 out/公开材料/。"

test: .venv/.test  ## 准备环境，运行全部检查和测试
	@$(PYTHON) -m pytest

trial: .venv/.trial  ## 用真实按键试中文输入，试程序、输入法随时被结束时一字不丢；约一小时
	@$(PYTHON) -m pytest -s $(filter-out %/trial_soak.py,$(wildcard tests/trials/trial_*.py))
	@$(PYTHON) -m pytest -m hypothesis --hypothesis-profile trial

torture: .venv/.trial  ## 断电、拔U盘、写满磁盘、损坏文件，各做几百到几万次；再连续用八小时，断电要 root
	@JSXH_COUNTS=long $(PYTHON) -m pytest -s -n0 tests/battery tests/app/test_package.py \
		tests/app/test_nobody_named.py tests/store/test_rescue.py tests/ui/test_every_callback.py
	@TRIAL_TIMES=1000 $(PYTHON) -m pytest -s -n0 tests/trials/trial_killed_while_typing.py
	@$(PYTHON) -m pytest -s -n0 tests/trials/trial_soak.py

walk: .venv/.trial  ## 装上 dist/ 里的每一样，像会计那样走一遍再卸载；Windows 的用 wine，要 root，约二十分钟
	@packaging/prepare $(DEV_LOCK) wine="wine wine64" import=imagemagick debootstrap=debootstrap \
		busybox=busybox-static mkfs.exfat=exfatprogs mount.exfat-fuse=exfat-fuse \
		mkfs.vfat=dosfstools mcopy=mtools
	@$(PYTHON) -m pytest -s -n0 $(wildcard tests/packaging/walks/trial_*.py)

bench: .venv/.test  ## 测量时间和内存
	@$(PYTHON) -m tests.bench

pictures: .venv/.test  ## 重新拍使用说明里的图
	@$(PYTHON) -m tests.pictures

rules: .venv/.test  ## 改了规则以后重新生成 docs/rules.md
	@$(PYTHON) -c "from jsxh_desktop.app.rule_book import rule_book; print(rule_book(), end='')" > docs/rules.md

lint: .venv/.test  ## 只运行 ruff 和 mypy
	@$(PYTHON) -m pytest tests/test_quality.py

lock: .venv/.test  ## 依赖改动后重新锁定版本和哈希
	@$(PYTHON) -m uv $(RESOLVE) --extra dev -o $(DEV_LOCK)
	@$(PYTHON) -m uv $(RESOLVE) --extra build -c $(DEV_LOCK) -o $(LOCK)
	@sed -e '/^numpy==/d' -e '/--hash/d' -e 's/ \\$$//' $(LOCK) > build/versions.txt
	@$(PYTHON) -m uv $(RESOLVE_WINDOWS) -c build/versions.txt -o $(WINDOWS_LOCK)
	@cd packaging && ../$(PYTHON) -m bundle lock

portable: .venv/.test  ## 做免安装版（Linux），放到 dist/
	@cd packaging && ../$(PYTHON) -m bundle portable

deb: .venv/.test  ## 做统信、麒麟、Debian 的安装包，放到 dist/
	@packaging/prepare $(DEV_LOCK) dpkg-deb=dpkg
	@cd packaging && ../$(PYTHON) -m bundle deb

windows: .venv/.test  ## 做 Windows 的安装程序和免安装版，放到 dist/
	@packaging/prepare $(DEV_LOCK) makensis=nsis x86_64-w64-mingw32-gcc=gcc-mingw-w64-x86-64
	@cd packaging && ../$(PYTHON) -m bundle windows

clean:  ## 删除环境、缓存和 out/ 中打印的文件；样例工作簿保留
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info out/公开材料
	find jsxh_desktop tests packaging -name __pycache__ -prune -exec rm -rf {} +

help:  ## 列出全部命令
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/.run: $(LOCK) $(SETUP)
	@packaging/prepare $(LOCK)
	@touch $@

.venv/.test: $(DEV_LOCK) $(SETUP)
	@packaging/prepare $(DEV_LOCK) pdftotext=poppler-utils Xvfb=xvfb openbox=openbox \
		gcc="gcc libc6-dev"
	@touch $@ .venv/.run

.venv/.trial: $(DEV_LOCK) $(SETUP)
	@packaging/prepare $(DEV_LOCK) pdftotext=poppler-utils Xvfb=xvfb openbox=openbox \
		gcc="gcc libc6-dev" dbus-daemon=dbus fcitx5=fcitx5 scel2org5=fcitx5-chinese-addons xdotool=xdotool
	@touch $@ .venv/.test .venv/.run
