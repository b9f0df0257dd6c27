const updates = process.env.PODSHIVKA_UPDATES;

/**
 * How the program is packed: bundles and data only; of the packages just Typst, whose native part cannot be bundled. What
 * the archive's process runs lies outside the archive file, for native code reads its data without Electron's help.
 *
 * @type {import('electron-builder').Configuration}
 */
const config = {
  appId: 'org.example.podshivka',
  productName: 'Подшивка',
  copyright: 'MIT',
  directories: { output: 'release', buildResources: 'build/icons' },
  files: [
    'dist/**/*',
    '!dist/built',
    '!**/*.map',
    'package.json',
    '!node_modules/!(@myriaddreamin){,/**/*}',
    '!node_modules/.*{,/**/*}',
  ],
  asarUnpack: [
    'dist/host/**/*',
    'dist/data/**/*',
    'dist/electron/host.mjs',
    'package.json',
    'node_modules/@myriaddreamin/**/*',
  ],
  npmRebuild: false,
  electronLanguages: ['ru', 'en-US', 'kk'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: macros of electron-builder
  artifactName: 'podshivka-${version}-${os}-${arch}.${ext}',
  linux: {
    target: ['AppImage', 'deb'],
    executableName: 'podshivka',
    icon: 'build/icons/icon.png',
    category: 'Office',
    desktop: { entry: { Name: 'Подшивка', Comment: 'Архив русской прессы', 'Comment[en]': 'Russian press archive' } },
  },
  win: { target: ['nsis', 'portable'], executableName: 'podshivka', icon: 'build/icons/icon.ico' },
  mac: {
    // Each processor's package is made on such a machine: npm brings Typst for that one alone.
    target: [{ target: 'dmg', arch: [process.arch] }],
    icon: 'build/icons/icon.png',
    category: 'public.app-category.productivity',
  },
  protocols: { name: 'Подшивка', schemes: ['podshivka'] },
  fileAssociations: [
    {
      ext: 'podshivka',
      name: 'Архив Подшивки',
      description: 'Архив Подшивки',
      mimeType: 'application/x-podshivka',
      role: 'Editor',
    },
  ],
  // Whoever packs the program names where its updates lie; without that it has none, and no menu item for them.
  publish: updates === undefined ? null : { provider: 'generic', url: updates },
};

export default config;
