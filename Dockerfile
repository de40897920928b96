# docker build -t adcp-gov-comply . && docker run --rm -e ADCP_AUTH_TOKEN adcp-gov-comply https://agent.example/mcp
FROM node:20.19-bookworm-slim AS build
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# What is published, and nothing else: no dependency is left to install.
RUN npm run build \
 && npm pack --pack-destination /tmp \
 && mkdir /app \
 && tar -xzf /tmp/adcp-gov-comply-*.tgz -C /app --strip-components=1

FROM node:20.19-alpine3.21
COPY --from=build /app /app
ENV ADCP_GOV_COMPLY_BUNDLES=/bundles
RUN mkdir /bundles /reports && chown node:node /bundles /reports
USER node
# Reports go here: docker run -v "$PWD:/reports" … --json report.json
WORKDIR /reports
ENTRYPOINT ["node", "/app/bin/adcp-gov-comply.js"]
CMD ["--help"]
